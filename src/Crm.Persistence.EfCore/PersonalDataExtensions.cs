using System.Linq.Expressions;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore;

/// <summary>
/// Tells exports and erasures what the host's own columns say about a person. Every text and date of a table that points at customers
/// is registered or exempted, and <see cref="FindUnclassifiedPersonalData"/> says which is not, for a test of the host.
/// </summary>
public static class PersonalDataExtensions
{
    /// <summary>A column says something about the customer of its row.</summary>
    /// <typeparam name="T">The entity, registered with <c>RegisterCustomerReference</c>.</typeparam>
    /// <param name="modelBuilder">The model builder, after <c>ApplyCrm</c>.</param>
    /// <param name="property">The property.</param>
    /// <param name="kind">What it says.</param>
    /// <returns>The model builder.</returns>
    public static ModelBuilder RegisterPersonalData<T>(this ModelBuilder modelBuilder, Expression<Func<T, object?>> property, PersonalDataKind kind)
        where T : class => Annotate(modelBuilder, property, kind.ToString());

    /// <summary>A column says nothing about the customer of its row.</summary>
    /// <typeparam name="T">The entity.</typeparam>
    /// <param name="modelBuilder">The model builder, after <c>ApplyCrm</c>.</param>
    /// <param name="property">The property.</param>
    /// <param name="because">What it says instead.</param>
    /// <returns>The model builder.</returns>
    public static ModelBuilder ExemptPersonalData<T>(this ModelBuilder modelBuilder, Expression<Func<T, object?>> property, string because)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        return Annotate(modelBuilder, property, PersonalData.Exempt(because));
    }

    /// <summary>The texts and dates, ours and those of tables that point at customers, of which nobody said whether they are personal.</summary>
    /// <param name="model">The model of a context that holds the CRM.</param>
    /// <returns>Entity and property of each; empty when nothing is forgotten.</returns>
    public static IReadOnlyList<string> FindUnclassifiedPersonalData(this IReadOnlyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return PersonalData.Unclassified(model);
    }

    private static ModelBuilder Annotate<T>(ModelBuilder modelBuilder, Expression<Func<T, object?>> property, string how)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArgumentNullException.ThrowIfNull(property);
        var entity = modelBuilder.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var member = (property.Body is UnaryExpression { Operand: var inner } ? inner : property.Body) as MemberExpression
            ?? throw new ArgumentException("A property of the entity was expected, such as x => x.Name.", nameof(property));
        var found = entity.FindProperty(member.Member.Name) ?? throw new InvalidOperationException($"{typeof(T).Name}.{member.Member.Name} is not mapped.");
        found.SetAnnotation(CrmAnnotations.PersonalData, how);
        return modelBuilder;
    }
}
