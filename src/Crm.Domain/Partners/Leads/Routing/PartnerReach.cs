namespace Crm.Domain.Partners;

/// <summary>How far one had to look for a partner. Each is tried when the one before has nobody.</summary>
public enum PartnerReach
{
    /// <summary>Within 2° of latitude and 1.5° of longitude.</summary>
    Near,

    /// <summary>Within 4° of latitude and 3° of longitude.</summary>
    Wider,

    /// <summary>Within 8° of latitude and 8° of longitude.</summary>
    Widest,

    /// <summary>In a region, among postal codes or in a box that the partner named.</summary>
    Region,

    /// <summary>In a country that the partner named.</summary>
    Country,

    /// <summary>The nearest of all partners whose place is known.</summary>
    Nearest,

    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>A member of staff named the partner.</summary>
    ByHand,
}
