using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Console.Hosting;

/// <summary>One unit of work of one actor, with the front doors at hand.</summary>
internal sealed class CrmSession(AsyncServiceScope scope) : IAsyncDisposable
{
    public CustomerDirectory Customers => Get<CustomerDirectory>();

    public ContactHistory History => Get<ContactHistory>();

    public ServiceDesk Desk => Get<ServiceDesk>();

    public KnowledgeBase Knowledge => Get<KnowledgeBase>();

    public KnowledgeSearch Search => Get<KnowledgeSearch>();

    public OrderBook Orders => Get<OrderBook>();

    public CrmErrorDescriber Errors => Get<CrmErrorDescriber>();

    public Instant Now => Get<CrmActs>().Now;

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Another unit of work of the same actor, which sees what others saved meanwhile.</summary>
    public CrmSession Again() => new(Get<ICrmScopeFactory>().Create(Get<CrmScopeAccessor>().Required));

    public Task SaveAsync(CancellationToken cancellationToken) => Get<ICrmUnitOfWork>().SaveAsync(cancellationToken).OrFail();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
