namespace Crm.Domain.Interactions;

/// <summary>What a customer's statement is.</summary>
public enum StatementKind
{
    /// <summary>Something the customer needs.</summary>
    Requirement,

    /// <summary>Something the customer prefers.</summary>
    Preference,

    /// <summary>Something that was spoken about.</summary>
    Topic,
}
