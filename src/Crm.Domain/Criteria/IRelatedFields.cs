namespace Crm.Domain.Criteria;

/// <summary>The fields that an area adds to records of another by its facts, such as purchases to customers. A singleton of the area.</summary>
public interface IRelatedFields
{
    /// <summary>The kind of record, as <c>SubjectReference</c> names it.</summary>
    string RecordKind { get; }

    /// <summary>What the names of the fields begin with, up to a dot.</summary>
    string Relation { get; }

    /// <summary>Adds the fields.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="builder">Where to add them.</param>
    void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class;
}
