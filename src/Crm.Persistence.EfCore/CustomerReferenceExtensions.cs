using System.Linq.Expressions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore;

/// <summary>
/// Tells merges what points at a customer. Every property that does is registered or exempted, the host's own too: a merge refuses
/// to run while one is forgotten, and <see cref="FindUnregisteredCustomerReferences"/> says which, for a test of the host.
/// </summary>
public static class CustomerReferenceExtensions
{
    /// <summary>
    /// A merge moves rows of this entity to the survivor. Where a key or a unique index allows the survivor one such row only, the
    /// survivor's own is kept and the other goes; undoing the merge brings it back.
    /// </summary>
    /// <typeparam name="T">The entity, mapped to a table with a primary key.</typeparam>
    /// <param name="modelBuilder">The model builder, after <c>ApplyCrm</c>.</param>
    /// <param name="property">The property that holds the customer's id: a <c>CustomerId</c>, or a <c>Guid</c>.</param>
    /// <returns>The model builder.</returns>
    public static ModelBuilder RegisterCustomerReference<T>(this ModelBuilder modelBuilder, Expression<Func<T, object?>> property)
        where T : class => Annotate(modelBuilder, property, CustomerReferences.Moves);

    /// <summary>A merge moves rows of this entity to the survivor whose kind says that they point at a customer.</summary>
    /// <typeparam name="T">The entity, mapped to a table with a primary key.</typeparam>
    /// <param name="modelBuilder">The model builder, after <c>ApplyCrm</c>.</param>
    /// <param name="kind">The property that holds the kind of record, such as <c>SubjectKinds.Customer</c>.</param>
    /// <param name="id">The property that holds the record's id, a <c>Guid</c>.</param>
    /// <returns>The model builder.</returns>
    public static ModelBuilder RegisterSubjectReference<T>(this ModelBuilder modelBuilder, Expression<Func<T, string?>> kind, Expression<Func<T, object?>> id)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Annotate(modelBuilder, id, CustomerReferences.OfKind(NameOf(kind.Body)));
    }

    /// <summary>A merge leaves this property alone.</summary>
    /// <typeparam name="T">The entity.</typeparam>
    /// <param name="modelBuilder">The model builder, after <c>ApplyCrm</c>.</param>
    /// <param name="property">The property.</param>
    /// <param name="because">Why it does not point at a living customer, or must not move.</param>
    /// <returns>The model builder.</returns>
    public static ModelBuilder ExemptCustomerReference<T>(this ModelBuilder modelBuilder, Expression<Func<T, object?>> property, string because)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return Annotate(modelBuilder, property, CustomerReferences.Exempt(because));
    }

    /// <summary>
    /// The properties that seem to point at a customer and are neither registered nor exempted: those of type <c>CustomerId</c>,
    /// those whose name ends in <c>CustomerId</c>, and ids beside a kind of record.
    /// </summary>
    /// <param name="model">The model of a context that holds the CRM.</param>
    /// <returns>Entity and property of each; empty when nothing is forgotten.</returns>
    public static IReadOnlyList<string> FindUnregisteredCustomerReferences(this IReadOnlyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return CustomerReferences.Forgotten(model);
    }

    private static ModelBuilder Annotate<T>(ModelBuilder modelBuilder, Expression<Func<T, object?>> property, string how)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(property);
        var entity = modelBuilder.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var name = NameOf(property.Body);
        var found = entity.FindProperty(name) ?? throw new InvalidOperationException($"{typeof(T).Name}.{name} is not mapped.");
        found.SetAnnotation(CrmAnnotations.CustomerReference, how);
        return modelBuilder;
    }

    private static string NameOf(Expression body) => body switch
    {
        MemberExpression member => member.Member.Name,
        UnaryExpression { Operand: MemberExpression member } => member.Member.Name,
        _ => throw new ArgumentException("A property of the entity was expected, such as x => x.CustomerId.", nameof(body)),
    };
}
