using Crm.Analytics.Insights;
using Crm.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>How a test host differs from the usual one.</summary>
public sealed class HostSetup
{
    public ContextRegistration Registration { get; set; } = ContextRegistration.Context;

    public bool RegisterContextAfterCrm { get; set; }

    public Action<IServiceCollection> Services { get; set; } = _ => { };

    public Action<CrmOptions> Crm { get; set; } = _ => { };

    public Action<InsightOptions> Insights { get; set; } = _ => { };

    public Action<CrmPersistenceOptions> Persistence { get; set; } = _ => { };

    public Action<DbContextOptionsBuilder> Options { get; set; } = _ => { };

    /// <summary>The scope of dependency-injection scopes made without one of their own.</summary>
    public CrmScope Scope { get; set; } = new(Actor.Agent("ada", "Ada Agent")) { CorrelationId = "test", Reason = "because" };
}

/// <summary>The ways in which hosts register their context.</summary>
public enum ContextRegistration
{
    Context,
    Pool,
    Factory,
    PooledFactory,
}
