namespace Crm.Domain.Interactions;

/// <summary>What lines of a mail are.</summary>
public enum ReplyFragmentKind
{
    /// <summary>The author's words.</summary>
    Text,

    /// <summary>Words of another mail.</summary>
    Quotation,

    /// <summary>The lines that say whose words follow.</summary>
    QuotationHeader,

    /// <summary>A signature with its delimiter, or a device line.</summary>
    Signature,
}
