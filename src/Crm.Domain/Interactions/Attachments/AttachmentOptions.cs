namespace Crm.Domain.Interactions;

/// <summary>What a host settles for attachments.</summary>
public sealed class AttachmentOptions
{
    /// <summary>Largest content in bytes.</summary>
    /// <value>25 MiB by default.</value>
    public long MaxSize { get; set; } = 25 * 1024 * 1024;
}
