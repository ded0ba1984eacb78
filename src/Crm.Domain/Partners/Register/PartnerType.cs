namespace Crm.Domain.Partners;

/// <summary>In which way an organisation works together with the business. One organisation can do so in several.</summary>
public enum PartnerType
{
    /// <summary>Buys and sells on.</summary>
    Reseller,

    /// <summary>Names prospects and leaves the sale to the business.</summary>
    Referral,

    /// <summary>Sells and stocks for other resellers.</summary>
    Distributor,

    /// <summary>Installs, repairs or runs what was sold.</summary>
    Service,

    /// <summary>Advises those who buy.</summary>
    Consultant,

    /// <summary>Makes what goes together with the business's products.</summary>
    Technology,

    /// <summary>Delivers to the business. It is offered no leads for that alone.</summary>
    Supplier,
}
