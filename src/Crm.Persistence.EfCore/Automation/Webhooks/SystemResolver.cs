using System.Net;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>Asks the operating system.</summary>
internal sealed class SystemResolver : IWebhookResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
}
