using Crm.Domain.CustomFields;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.CustomFields;

internal sealed class CustomFieldOptionConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomFieldOption>
{
    public const string Table = "custom_field_options";

    public void Configure(EntityTypeBuilder<CustomFieldOption> builder)
    {
        builder.Part(model, Table, "FieldId");
        builder.Property<CustomFieldId>("FieldId").HasConversion<IdConverter<CustomFieldId>>();
        builder.Property(o => o.Key).HasMaxLength(CustomFieldDefinition.MaxKeyLength);
        builder.HasKey("FieldId", nameof(CustomFieldOption.Key)).HasName(model.Name("pk_custom_field_options"));
    }
}
