namespace Crm.Domain.Values;

/// <summary>
/// How far a text or a fact may travel. The order has a meaning: each audience contains all smaller ones, so a reader
/// of audience <c>a</c> may see everything whose audience is <c>&gt;= a</c>. The default is the narrowest.
/// </summary>
public enum Audience
{
    /// <summary>The organisation's own agents only.</summary>
    Internal = 0,

    /// <summary>Agents and partners.</summary>
    Partner = 1,

    /// <summary>Agents, partners and the customer concerned.</summary>
    Customer = 2,

    /// <summary>Everybody, without signing in.</summary>
    Public = 3,
}
