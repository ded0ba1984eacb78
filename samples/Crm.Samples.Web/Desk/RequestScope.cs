using Crm.Domain.Access;

namespace Crm.Samples.Web.Desk;

/// <summary>Says for whom a request works: the agent who signed in, or a guest.</summary>
public static class RequestScope
{
    public static CrmScope Of(IHttpContextAccessor http)
    {
        // Work outside a request takes its scope from ICrmScopeFactory. To guess one here would be to act as anybody.
        var request = http.HttpContext ?? throw new InvalidOperationException("There is no request; background work uses ICrmScopeFactory.");
        return new CrmScope(DemoSignIn.ActorOf(request.User)) { CorrelationId = request.TraceIdentifier };
    }
}
