using System.Linq.Expressions;
using System.Reflection;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Access;

/// <summary>
/// The filters of record visibility: a customer is seen by who looks after it or works on it, and every row about a customer by who
/// sees the customer. Rows of new tables come under it by what they declare for merges.
/// </summary>
internal static class VisibilityFilters
{
    private static readonly MethodInfo s_add = typeof(VisibilityFilters).GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Apply<TContext>(ModelBuilder modelBuilder, TContext context, CrmModel model)
        where TContext : DbContext, ICrmDbContext
    {
        modelBuilder.ApplyConfiguration(new RecordWorkerConfiguration(model, modelBuilder));
        modelBuilder.Model.SetAnnotation(CrmAnnotations.Visibility, true);
        modelBuilder.Entity<Customer>().HasQueryFilter(CrmAnnotations.VisibilityFilter, Customers(context));
        if (model.Maps(CrmAreas.Sales))
        {
            modelBuilder.Entity<Lead>().HasQueryFilter(CrmAnnotations.VisibilityFilter, Leads(context));
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(IsAboutSomebody).ToList())
        {
            s_add.MakeGenericMethod(entity.ClrType).Invoke(null, [modelBuilder, context, entity]);
        }
    }

    private static bool IsAboutSomebody(IMutableEntityType entity) =>
        entity.FindAnnotation(CrmAnnotations.Entity) is not null && entity.BaseType is null && entity.FindAnnotation(CrmAnnotations.Infrastructure)?.Value is not true
        && entity.ClrType != typeof(Customer) && entity.ClrType != typeof(Lead);

    private static Expression<Func<Customer, bool>> Customers<TContext>(TContext context)
        where TContext : DbContext, ICrmDbContext => c =>
        (context.CrmSight.SeesAll || c.SpecialistId == context.CrmSight.AgentId || context.CrmSight.Teams.Contains(c.TeamId!)
            || context.Set<RecordWorker>().Any(w => w.CustomerId == c.Id
                && (w.AgentId == context.CrmSight.AgentId || context.CrmSight.Teams.Contains(w.TeamId!) || context.CrmSight.Territories.Contains(w.Territory!.Value))))
        && (context.CrmDelegatorSight.SeesAll || c.SpecialistId == context.CrmDelegatorSight.AgentId || context.CrmDelegatorSight.Teams.Contains(c.TeamId!)
            || context.Set<RecordWorker>().Any(w => w.CustomerId == c.Id
                && (w.AgentId == context.CrmDelegatorSight.AgentId || context.CrmDelegatorSight.Teams.Contains(w.TeamId!) || context.CrmDelegatorSight.Territories.Contains(w.Territory!.Value))));

    // What nobody owns and no territory took waits for anybody.
    private static Expression<Func<Lead, bool>> Leads<TContext>(TContext context)
        where TContext : DbContext, ICrmDbContext => l =>
        (context.CrmSight.SeesAll || l.OwnerId == context.CrmSight.AgentId || (l.OwnerId == null && l.TerritoryId == null)
            || context.Set<RecordWorker>().Any(w => w.LeadId == l.Id && context.CrmSight.Territories.Contains(w.Territory!.Value)))
        && (context.CrmDelegatorSight.SeesAll || l.OwnerId == context.CrmDelegatorSight.AgentId || (l.OwnerId == null && l.TerritoryId == null)
            || context.Set<RecordWorker>().Any(w => w.LeadId == l.Id && context.CrmDelegatorSight.Territories.Contains(w.Territory!.Value)));

    private static void Add<T>(ModelBuilder modelBuilder, ICrmDbContext context, IMutableEntityType entity)
        where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        var conditions = Conditions(entity, row, (DbContext)context);
        if (conditions.Count == 0)
        {
            return;
        }

        Expression<Func<bool>> all = () => context.CrmSight.SeesAll && context.CrmDelegatorSight.SeesAll;
        modelBuilder.Entity<T>().HasQueryFilter(
            CrmAnnotations.VisibilityFilter, Expression.Lambda<Func<T, bool>>(Expression.OrElse(all.Body, conditions.Aggregate(Expression.OrElse)), row));
    }

    // By the customer whose part it is, else by any customer it is about, else by the record whose part it is.
    private static List<Expression> Conditions(IMutableEntityType entity, ParameterExpression row, DbContext context)
    {
        var pointers = entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(CustomerId))
            .Select(p => (Property: p, How: CustomerReferences.HowOf(p))).Where(p => p.How is CustomerReferences.Moves or CustomerReferences.GoesWithCustomer).ToList();
        if (pointers.Find(p => p.How == CustomerReferences.GoesWithCustomer).Property is { } whole)
        {
            return [Seen<Customer, CustomerId>(context, c => c.Id, row, whole)];
        }

        if (pointers.Count > 0)
        {
            var conditions = pointers.ConvertAll(Expression (p) => Seen<Customer, CustomerId>(context, c => c.Id, row, p.Property));
            if (pointers.TrueForAll(p => p.Property.IsNullable))
            {
                conditions.Add(pointers.Select(p => (Expression)Expression.Equal(Value(row, p.Property), Expression.Constant(null, p.Property.ClrType))).Aggregate(Expression.AndAlso));
            }

            return conditions;
        }

        return entity.FindAnnotation(CrmAnnotations.RootKey)?.Value is string root && entity.FindProperty(root)?.GetContainingForeignKeys().FirstOrDefault() is { } key
            && IsAbout(key.PrincipalEntityType)
            ? [(Expression)s_part.MakeGenericMethod(key.PrincipalEntityType.ClrType).Invoke(null, [context, row, key])!]
            : [];
    }

    private static readonly MethodInfo s_part = typeof(VisibilityFilters).GetMethod(nameof(PartOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static bool IsAbout(IReadOnlyEntityType root) => root.ClrType == typeof(Lead)
        || root.GetProperties().Any(p => CustomerReferences.HowOf(p) is CustomerReferences.Moves or CustomerReferences.GoesWithCustomer);

    private static MethodCallExpression Seen<TRoot, TKey>(DbContext context, Expression<Func<TRoot, TKey>> key, ParameterExpression row, IReadOnlyProperty property)
        where TRoot : class
    {
        var value = Value(row, property);
        Expression<Func<IQueryable<TRoot>>> set = () => context.Set<TRoot>();
        var same = Expression.Lambda<Func<TRoot, bool>>(Expression.Equal(Expression.Convert(key.Body, value.Type), value), key.Parameters[0]);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(TRoot)], set.Body, same);
    }

    private static MethodCallExpression PartOf<TRoot>(DbContext context, ParameterExpression row, IReadOnlyForeignKey key)
        where TRoot : class
    {
        var root = Expression.Parameter(typeof(TRoot), "root");
        var value = Value(row, key.Properties[0]);
        Expression<Func<IQueryable<TRoot>>> set = () => context.Set<TRoot>();
        var same = Expression.Lambda<Func<TRoot, bool>>(Expression.Equal(Expression.Convert(Value(root, key.PrincipalKey.Properties[0]), value.Type), value), root);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(TRoot)], set.Body, same);
    }

    private static MethodCallExpression Value(ParameterExpression row, IReadOnlyProperty property) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name));
}
