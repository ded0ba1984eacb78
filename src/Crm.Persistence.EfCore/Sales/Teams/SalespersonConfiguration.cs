using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class SalespersonConfiguration(CrmModel model) : IEntityTypeConfiguration<Salesperson>
{
    public const string Table = "salespeople";

    public void Configure(EntityTypeBuilder<Salesperson> builder)
    {
        builder.Ignore(p => p.LeaderId);
        builder.Aggregate<Salesperson, SalespersonId>(model, Table);
        builder.Property(p => p.UserId).HasMaxLength(Actor.MaxIdLength);
        builder.HasParts(model, p => p.Places, Table, SalesPlaceConfiguration.Table, "SalespersonId");
        builder.HasParts(model, p => p.Quotas, Table, SalesQuotaConfiguration.Table, "SalespersonId");
        builder.HasParts(model, p => p.Judgements, Table, SalesJudgementConfiguration.Table, "SalespersonId");
        builder.CrmIndex(model, "ux_salespeople_user", true, nameof(Salesperson.UserId));
    }
}
