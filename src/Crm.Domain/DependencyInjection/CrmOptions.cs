using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host settles once for the whole CRM.</summary>
public sealed class CrmOptions
{
    /// <summary>IANA id of the time zone in which the business counts its days.</summary>
    /// <value><c>Etc/UTC</c> by default.</value>
    public string BusinessTimeZone { get; set; } = "Etc/UTC";

    /// <summary>How customers are checked for duplicates.</summary>
    public DuplicateOptions Duplicates { get; } = new();

    /// <summary>The channels that contacts can be recorded on; add your own with <see cref="ChannelCatalog.Register"/>.</summary>
    /// <value>The built-in channels by default.</value>
    public ChannelCatalog Channels { get; } = new();

    /// <summary>The purposes for which customers can be contacted; add your own with <see cref="PurposeCatalog.Register"/>.</summary>
    /// <value>The built-in purposes by default.</value>
    public PurposeCatalog Purposes { get; } = new();
}
