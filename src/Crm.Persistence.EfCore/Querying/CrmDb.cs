using Crm.Domain.Access;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Querying;

/// <summary>
/// The host's context as stores see it: with the scope of the dependency-injection scope attached at every access, since a
/// property of a pooled context would otherwise speak for whoever had it before.
/// </summary>
internal sealed class CrmDb
{
    private readonly DbContext _context;
    private readonly CrmScopeAccessor _scope;
    private readonly CrmRoles _roles;
    private (CrmScope? Given, CrmScope? Sighted) _current;

    public CrmDb(DbContext context, CrmScopeAccessor scope, CrmRoles roles)
    {
        _context = context;
        _scope = scope;
        _roles = roles;
        if (context is not ICrmDbContext || context.Model.FindAnnotation(CrmAnnotations.Areas) is null)
        {
            throw new InvalidOperationException(
                $"{context.GetType().Name} does not hold the CRM model. Let it implement ICrmDbContext and call modelBuilder.ApplyCrm(this) in OnModelCreating.");
        }
    }

    public DbContext Context
    {
        get
        {
            if (!ReferenceEquals(_current.Given, _scope.Current))
            {
                _current = (_scope.Current, _scope.Current is { } given ? given with { Rights = _roles.RightsOf(given.Actor) } : null);
            }

            ((ICrmDbContext)_context).CrmScope = _current.Sighted;
            return _context;
        }
    }

    /// <summary>The tenant as part of keys of our own rows; empty where tenancy is off.</summary>
    public string TenantScope => IsTenanted
        ? _scope.Required.TenantId ?? throw new InvalidOperationException("This context keeps tenants apart, but its CrmScope has no tenant.")
        : string.Empty;

    private bool IsTenanted => _context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true;

    public string Name(string name) => (string)_context.Model.FindAnnotation(CrmAnnotations.Prefix)!.Value! + name;

    /// <summary>Whether the context's model holds an area.</summary>
    public bool Maps(CrmAreas area) => ((CrmAreas)(int)_context.Model.FindAnnotation(CrmAnnotations.Areas)!.Value!).HasFlag(area);

    /// <summary>Refuses the front doors of an area that is not mapped, with a message that says what to call.</summary>
    public CrmDb For(CrmAreas area) => Maps(area)
        ? this
        : throw new InvalidOperationException(
            $"The area {area} is not mapped in {_context.GetType().Name}. Add CrmAreas.{area} to modelBuilder.ApplyCrm(this, o => o.Areas(…)).");
}
