using System.Net;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>Looks up the addresses of webhooks' targets. Register another one before <c>UseEntityFrameworkCore</c> to use your own directory.</summary>
public interface IWebhookResolver
{
    /// <summary>Looks up a name.</summary>
    /// <param name="host">The name.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Its addresses, each of which is checked.</returns>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
