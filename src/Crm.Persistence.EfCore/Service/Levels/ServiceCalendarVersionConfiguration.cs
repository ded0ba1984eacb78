using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceCalendarVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<ServiceCalendarVersion>
{
    public const string Table = "calendar_versions";
    public const string Root = "CalendarId";

    public void Configure(EntityTypeBuilder<ServiceCalendarVersion> builder)
    {
        builder.Part(model, Table, Root);
        builder.Ignore(v => v.Hours);
        builder.Ignore(v => v.Calendar);
        builder.Property<ServiceCalendarId>(Root).HasConversion<IdConverter<ServiceCalendarId>>();
        builder.HasKey(v => v.Id).HasName(model.Name("pk_calendar_versions"));
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.LongText(v => v.Definition);
        builder.Property(v => v.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.HasIndex(Root, nameof(ServiceCalendarVersion.Number)).HasDatabaseName(model.Name("ux_calendar_versions_number")).IsUnique();
    }
}
