namespace Crm.Domain.Partners;

/// <summary>What a partner got.</summary>
public enum PartnerFactKind
{
    /// <summary>Something worth the amount, such as a discount, training or marketing money.</summary>
    Benefit,

    /// <summary>Money, such as a commission.</summary>
    Payout,
}
