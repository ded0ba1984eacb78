namespace Crm.Domain.Interactions;

/// <summary>What a name in a template stands for.</summary>
public enum TemplateValueKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>True or false, for sections.</summary>
    Flag,

    /// <summary>Several items, each with names of its own, for sections.</summary>
    List,

    /// <summary>HTML that is safe by its origin: the only kind that may stand in HTML without being escaped.</summary>
    Markup,

    /// <summary>A link by http, https, mailto or tel.</summary>
    Link,
}
