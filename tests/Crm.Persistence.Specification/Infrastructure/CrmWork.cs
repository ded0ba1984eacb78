using Crm.Domain.Access;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>One dependency-injection scope with its front doors at hand.</summary>
public sealed class CrmWork<TContext>(AsyncServiceScope scope) : IAsyncDisposable
    where TContext : DbContext, ICrmDbContext
{
    public IServiceProvider Services => scope.ServiceProvider;

    public CustomerDirectory Customers => Get<CustomerDirectory>();

    public CustomerRelations Relations => Get<CustomerRelations>();

    public CustomerMerger Merger => Get<CustomerMerger>();

    public CustomerCare Care => Get<CustomerCare>();

    public CustomFieldCatalog Catalog => Get<CustomFieldCatalog>();

    public CustomerFields Fields => Get<CustomerFields>();

    public OnboardingDesk Onboarding => Get<OnboardingDesk>();

    public ContactHistory History => Get<ContactHistory>();

    public ServiceDesk Desk => Get<ServiceDesk>();

    public KnowledgeBase Knowledge => Get<KnowledgeBase>();

    public KnowledgeSearch Search => Get<KnowledgeSearch>();

    public OrderBook Orders => Get<OrderBook>();

    public ICrmUnitOfWork UnitOfWork => Get<ICrmUnitOfWork>();

    public CrmScope Scope => Get<CrmScopeAccessor>().Required;

    /// <summary>The host's context with the scope attached, as every store attaches it.</summary>
    public TContext Context
    {
        get
        {
            var context = Get<TContext>();
            context.CrmScope = Get<CrmScopeAccessor>().Current;
            return context;
        }
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Saves and expects success.</summary>
    public async Task SaveAsync() => (await UnitOfWork.SaveAsync()).ThrowIfFailed();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
