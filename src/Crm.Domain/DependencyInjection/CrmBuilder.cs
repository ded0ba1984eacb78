using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Primitives;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Continues what <c>AddCrm</c> began.</summary>
public sealed class CrmBuilder
{
    internal CrmBuilder(IServiceCollection services) => Services = services;

    /// <summary>The service collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Says where the <see cref="CrmScope"/> of a dependency-injection scope comes from when nobody sets it: the HTTP request,
    /// for one. Called at most once per scope, when the scope is first needed.
    /// </summary>
    /// <param name="source">Makes the scope from the scope's services.</param>
    /// <returns>This builder.</returns>
    public CrmBuilder UseScope(Func<IServiceProvider, CrmScope> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Services.AddScoped(services => new CrmScopeAccessor(services, source));
        return this;
    }

    /// <summary>Adds a handler of an event. Handlers are scoped services; an event may have several.</summary>
    /// <typeparam name="TEvent">The event type.</typeparam>
    /// <typeparam name="THandler">The handler type.</typeparam>
    /// <returns>This builder.</returns>
    public CrmBuilder AddEventHandler<TEvent, [System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where TEvent : ICrmEvent
        where THandler : class, ICrmEventHandler<TEvent>
    {
        Services.AddScoped<ICrmEventHandler<TEvent>, THandler>();
        return this;
    }

    /// <summary>Adds something of the host's own that rules can call by its key.</summary>
    /// <typeparam name="THandler">The handler type.</typeparam>
    /// <returns>This builder.</returns>
    public CrmBuilder AddRuleHandler<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IRuleHandler
    {
        Services.AddScoped<IRuleHandler, THandler>();
        return this;
    }
}
