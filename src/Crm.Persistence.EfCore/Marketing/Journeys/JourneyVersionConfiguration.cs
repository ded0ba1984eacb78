using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<JourneyVersion>
{
    public const string Table = "journey_versions";

    public void Configure(EntityTypeBuilder<JourneyVersion> builder)
    {
        builder.Part(model, Table, JourneyConfiguration.Root);
        builder.Property<JourneyId>(JourneyConfiguration.Root).HasConversion<IdConverter<JourneyId>>();
        builder.HasKey(JourneyConfiguration.Root, nameof(JourneyVersion.Number)).HasName(model.Name("pk_journey_versions"));
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.LongText(v => v.Definition);
    }
}
