using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>The words in which the map is written.</summary>
internal sealed class PersonalDataDescription(IMutableEntityType entity)
{
    /// <summary>An erasure deletes the rows.</summary>
    public PersonalDataDescription Goes()
    {
        entity.SetAnnotation(CrmAnnotations.WhenErased, PersonalData.RowGoes);
        return this;
    }

    public PersonalDataDescription Personal(PersonalDataKind kind, params ReadOnlySpan<string> paths) => Say(kind.ToString(), paths);

    public PersonalDataDescription Impersonal(string because, params ReadOnlySpan<string> paths) => Say(PersonalData.Exempt(because), paths);

    private PersonalDataDescription Say(string how, ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            var steps = path.Split('.');
            var property = steps is [var complex, var part] ? entity.FindComplexProperty(complex)?.ComplexType.FindProperty(part) : entity.FindProperty(path);
            (property ?? throw new InvalidOperationException($"{entity.ClrType.Name}.{path} is not mapped.")).SetAnnotation(CrmAnnotations.PersonalData, how);
        }

        return this;
    }
}

internal static class PersonalDataDescriptionExtensions
{
    /// <summary>Describes an entity, if its area is mapped.</summary>
    public static void Describe<T>(this ModelBuilder modelBuilder, Action<PersonalDataDescription> describe)
        where T : class
    {
        if (modelBuilder.Model.FindEntityType(typeof(T)) is { } entity)
        {
            describe(new PersonalDataDescription(entity));
        }
    }
}
