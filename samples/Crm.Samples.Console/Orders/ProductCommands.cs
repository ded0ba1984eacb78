using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm product show</c>.</summary>
internal static class ProductCommands
{
    public static Command Create()
    {
        var sku = new Argument<string>("SKU") { Description = "The stock-keeping unit." };
        return new Command("product", "Look at products.").With(new Command("show", "One product of the catalogue.").With(sku).Does((run, token) =>
            run.WithCrmAsync(
                async session =>
                {
                    var key = run.Get(sku);
                    var found = await session.Get<IProductCatalog>().FindAsync([key], token);
                    var product = found.GetValueOrDefault(key).OrFail(session.Errors.ProductUnknown(key));
                    run.Output.Write(
                        product,
                        report => report.Heading(product.Name).Fields(("Product", product.Sku), ("Price", product.Price), ("Cost", product.Cost)));
                },
                token)));
    }
}
