using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sql;

internal sealed class NumberSeriesRowConfiguration(CrmModel model) : IEntityTypeConfiguration<NumberSeriesRow>
{
    public const string Table = "number_series";

    public void Configure(EntityTypeBuilder<NumberSeriesRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: true);
        builder.Property(r => r.Scope).HasMaxLength(Crm.Domain.Access.CrmScope.MaxTenantIdLength);
        builder.Property(r => r.Series).HasMaxLength(32);
        builder.HasKey(r => new { r.Scope, r.Series }).HasName(model.Name("pk_number_series"));
    }
}
