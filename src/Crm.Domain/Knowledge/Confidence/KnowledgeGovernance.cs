namespace Crm.Domain.Knowledge;

/// <summary>Who may change a knowledge item, as in Knowledge-Centered Service v6.</summary>
public enum KnowledgeGovernance
{
    /// <summary>Whoever uses it: it grows with experience.</summary>
    Experience,

    /// <summary>Only few, and two of them for each publication: laws, prices, policies.</summary>
    Compliance,
}
