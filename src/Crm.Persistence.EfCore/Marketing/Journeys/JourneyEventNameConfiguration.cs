using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyEventNameConfiguration(CrmModel model) : IEntityTypeConfiguration<JourneyEventName>
{
    public const string Table = "journey_events";

    public void Configure(EntityTypeBuilder<JourneyEventName> builder)
    {
        builder.Part(model, Table, JourneyConfiguration.Root);
        builder.Property<JourneyId>(JourneyConfiguration.Root).HasConversion<IdConverter<JourneyId>>();
        builder.HasKey(JourneyConfiguration.Root, nameof(JourneyEventName.Number), nameof(JourneyEventName.Name)).HasName(model.Name("pk_journey_events"));
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(AutomationRuleConfiguration.MaxEventNameLength);
        builder.HasIndex(e => e.Name).HasDatabaseName(model.Name("ix_journey_events_name"));
    }
}
