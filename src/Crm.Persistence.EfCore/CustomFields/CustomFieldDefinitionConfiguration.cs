using Crm.Domain.CustomFields;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.CustomFields;

internal sealed class CustomFieldDefinitionConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomFieldDefinition>
{
    public const string Table = "custom_fields";

    public void Configure(EntityTypeBuilder<CustomFieldDefinition> builder)
    {
        builder.Aggregate<CustomFieldDefinition, CustomFieldId>(model, Table);
        builder.Property(d => d.RecordKind).HasMaxLength(32);
        builder.Property(d => d.Key).HasMaxLength(CustomFieldDefinition.MaxKeyLength);
        if (model.Database != Sql.CrmDatabase.Sqlite)
        {
            builder.Property(d => d.Minimum).HasPrecision(19, 4);
            builder.Property(d => d.Maximum).HasPrecision(19, 4);
        }

        builder.HasParts(model, d => d.Labels, Table, CustomFieldLabelConfiguration.Table, "FieldId");
        builder.HasParts(model, d => d.Options, Table, CustomFieldOptionConfiguration.Table, "FieldId");
        builder.CrmIndex(model, "ux_custom_fields_key", true, nameof(CustomFieldDefinition.RecordKind), nameof(CustomFieldDefinition.Key));
    }
}
