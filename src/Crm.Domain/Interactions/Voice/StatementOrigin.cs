namespace Crm.Domain.Interactions;

/// <summary>How a statement is known.</summary>
public enum StatementOrigin
{
    /// <summary>The customer said so.</summary>
    Stated,

    /// <summary>Somebody, or something, concluded it.</summary>
    Inferred,
}
