package cn.gov.zhuozhou.aid.disbursement.donation;

/** Who gives (社会团体、企事业单位、社会名人、个人), and which of the three sides of aid that is. */
enum DonorKind {
    GROUP(Side.SOCIETY),
    ENTERPRISE(Side.SOCIETY),
    INSTITUTION(Side.SOCIETY),
    CELEBRITY(Side.INDIVIDUAL),
    INDIVIDUAL(Side.INDIVIDUAL);

    /** Aid comes from the state, from society, or from single people. */
    enum Side {
        SOCIETY,
        INDIVIDUAL
    }

    private final Side side;

    DonorKind(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }
}
