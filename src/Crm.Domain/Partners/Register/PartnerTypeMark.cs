namespace Crm.Domain.Partners;

/// <summary>One way in which a partner works together with the business. Part of <see cref="Partner"/>.</summary>
public sealed class PartnerTypeMark
{
    private PartnerTypeMark()
    {
    }

    internal PartnerTypeMark(PartnerType type) => Type = type;

    /// <summary>The way.</summary>
    public PartnerType Type { get; private set; }
}
