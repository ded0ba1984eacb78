using Crm.Domain.CustomFields;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.CustomFields;

internal sealed class CustomFieldLabelConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomFieldLabel>
{
    public const string Table = "custom_field_labels";

    public void Configure(EntityTypeBuilder<CustomFieldLabel> builder)
    {
        builder.Part(model, Table, "FieldId");
        builder.Property<CustomFieldId>("FieldId").HasConversion<IdConverter<CustomFieldId>>();
        builder.Property(l => l.Choice).HasMaxLength(CustomFieldDefinition.MaxKeyLength);
        builder.Property(l => l.Language).HasMaxLength(LanguageTag.MaxLength);
        builder.Property(l => l.Text).HasMaxLength(CustomFieldDefinition.MaxLabelLength);
        builder.HasKey("FieldId", nameof(CustomFieldLabel.Choice), nameof(CustomFieldLabel.Language)).HasName(model.Name("pk_custom_field_labels"));
    }
}
