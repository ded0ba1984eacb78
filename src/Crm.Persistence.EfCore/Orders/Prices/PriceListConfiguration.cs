using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class PriceListConfiguration(CrmModel model) : IEntityTypeConfiguration<PriceList>
{
    public const string Table = "price_lists";

    public void Configure(EntityTypeBuilder<PriceList> builder)
    {
        builder.Aggregate<PriceList, PriceListId>(model, Table);
        builder.Property(l => l.Key).HasMaxLength(64);
        builder.Property(l => l.Name).HasMaxLength(200);
        builder.HasParts(model, l => l.Lines, Table, PriceListLineConfiguration.Table, "PriceListId");
        builder.CrmIndex(model, "ux_price_lists_key", true, nameof(PriceList.Key));
        builder.CrmIndex(model, "ix_price_lists_default", false, nameof(PriceList.IsDefault), nameof(PriceList.Currency));
    }
}
