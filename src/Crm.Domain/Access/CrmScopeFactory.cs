using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Access;

internal sealed class CrmScopeFactory(IServiceScopeFactory scopes) : ICrmScopeFactory
{
    public AsyncServiceScope Create(CrmScope scope)
    {
        var created = scopes.CreateAsyncScope();
        created.ServiceProvider.GetRequiredService<CrmScopeAccessor>().Set(scope);
        return created;
    }
}
