namespace Crm.Domain.Sales;

/// <summary>The part that a person plays in a purchase; the roles of the buying centre of Webster and Wind (1972), and who speaks for us.</summary>
public enum BuyingRole
{
    /// <summary>Has a part that is not known yet.</summary>
    Other,

    /// <summary>Decides.</summary>
    DecisionMaker,

    /// <summary>Concludes the contract.</summary>
    Buyer,

    /// <summary>Shapes what is wanted.</summary>
    Influencer,

    /// <summary>Will work with it.</summary>
    User,

    /// <summary>Lets information through, or not.</summary>
    Gatekeeper,

    /// <summary>Brought the matter up.</summary>
    Initiator,

    /// <summary>Speaks for us.</summary>
    Champion,
}
