namespace Crm.Domain.Interactions;

/// <summary>What a template becomes.</summary>
public enum TemplateFormat
{
    /// <summary>Plain text: values stand as they are.</summary>
    Text,

    /// <summary>HTML: values are escaped.</summary>
    Html,
}
