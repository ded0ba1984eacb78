namespace Crm.Domain.Interactions;

/// <summary>The header fields that tell a quoted mail's header block from other lines with a colon.</summary>
internal enum MailField
{
    None,
    From,
    Sent,
    To,
    Copy,
    Subject,
    Other,
}
