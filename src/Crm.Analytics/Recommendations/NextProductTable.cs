using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>Recommended products of every customer, best first, aligned with the customers of the input.</summary>
/// <remarks>Immutable. Only the recommended products are kept; reasons are found when they are asked for.</remarks>
public sealed class NextProductTable
{
    private readonly OwnedProducts _owned;
    private readonly int[][] _products;
    private readonly float[][] _scores;

    internal NextProductTable(OwnedProducts owned, IProductModel model, NextProductOptions options, int[][] products, float[][] scores) =>
        (_owned, Model, Options, _products, _scores) = (owned, model, options, products, scores);

    /// <summary>The keys of the customers, ascending.</summary>
    public PurchaseKeys Customers => _owned.Customers;

    /// <summary>The model that scored.</summary>
    public IProductModel Model { get; }

    /// <summary>How products were picked.</summary>
    public NextProductOptions Options { get; }

    /// <summary>How many pairs of customer and product did not count because the model does not know the product.</summary>
    public int UnknownPairs => _owned.UnknownPairs;

    /// <summary>The recommendations of one customer with their reasons; fewer than asked for, or none, where nothing more speaks for a product.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such customer.</exception>
    public IReadOnlyList<NextProduct> this[int customer]
    {
        get
        {
            var list = new NextProduct[_products[customer].Length];
            for (var i = 0; i < list.Length; i++)
            {
                var product = _products[customer][i];
                list[i] = new NextProduct(
                    Model.Products[product], _scores[customer][i], NextProducts.Reasons(Model, _owned.Of(customer), product, Options.Reasons));
            }

            return list;
        }
    }

    /// <summary>Positions of a customer's recommended products in the model's list, best first.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such customer.</exception>
    public ReadOnlySpan<int> Products(int customer) => _products[customer];

    /// <summary>Their scores.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such customer.</exception>
    public ReadOnlySpan<float> Scores(int customer) => _scores[customer];
}
