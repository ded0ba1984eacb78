using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.CustomFields;

/// <summary>Maps the table of custom field values of one aggregate: typed slots, each with an index of the rows that fill it.</summary>
internal static class CustomFieldSlots
{
    public static void HasCustomFieldSlots<T, TOwnerId>(this EntityTypeBuilder<T> builder, CrmModel model, string table, string ownerKey)
        where T : CustomFieldValue
        where TOwnerId : struct, ICrmId<TOwnerId>
    {
        builder.Part(model, table, ownerKey);
        builder.Property<TOwnerId>(ownerKey).HasConversion<IdConverter<TOwnerId>>();
        builder.HasKey(ownerKey, nameof(CustomFieldValue.FieldId), nameof(CustomFieldValue.Ordinal)).HasName(model.Name($"pk_{table}"));
        builder.Property(v => v.Ordinal).ValueGeneratedNever();
        builder.Property(v => v.Key).HasMaxLength(CustomFieldDefinition.MaxKeyLength);
        builder.Property(v => v.Text).HasMaxLength(CustomFieldDefinition.MaxTextLength);
        builder.Property(v => v.Folded).HasMaxLength(CustomFieldValue.MaxFoldedLength);
        builder.Property(v => v.Choice).HasMaxLength(CustomFieldDefinition.MaxKeyLength);
        if (model.Database != CrmDatabase.Sqlite)
        {
            builder.Property(v => v.Number).HasPrecision(19, 4);
        }

        if (model.Database == CrmDatabase.PostgreSql)
        {
            // Beginnings and order by code points, as SQLite has them by itself.
            builder.Property(v => v.Folded).UseCollation("C");
            builder.Property(v => v.Choice).UseCollation("C");
        }

        // The audit names a value by key and place, and the folded text says nothing new.
        foreach (var property in new[] { nameof(CustomFieldValue.FieldId), nameof(CustomFieldValue.Key), nameof(CustomFieldValue.Ordinal), nameof(CustomFieldValue.Folded) })
        {
            builder.Property(property).HasAnnotation(CrmAnnotations.Derived, true);
        }

        foreach (var slot in new[]
        {
            nameof(CustomFieldValue.Folded), nameof(CustomFieldValue.Number), nameof(CustomFieldValue.Date), nameof(CustomFieldValue.At), nameof(CustomFieldValue.Flag), nameof(CustomFieldValue.Choice),
        })
        {
            builder.CrmIndex(model, $"ix_{table}_{slot.ToLowerInvariant()}", false, nameof(CustomFieldValue.FieldId), slot, ownerKey).HasFilter($"\"{slot}\" is not null");
        }
    }
}
