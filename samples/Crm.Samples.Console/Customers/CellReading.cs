using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Customers;

/// <summary>Turns the cells of one row into values and keeps the first reason why that does not work.</summary>
internal sealed class CellReading(DelimitedText row)
{
    public Rejection? Rejection { get; private set; }

    public T? Cell<T>(string name, Func<string, T> parse)
        where T : class => row.Text(name) is { } text ? Value(name, () => parse(text)) : null;

    /// <summary>A value of several cells; null when all of them are empty.</summary>
    public T? Cell<T>(string name, string?[] cells, Func<string?[], T> make)
        where T : class => Array.TrueForAll(cells, c => c is null) ? null : Value(name, () => make(cells));

    private T? Value<T>(string name, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            var message = exception.Message.Split(" (Parameter '")[0];
            Rejection ??= new Rejection(row.Row, name, "InvalidValue", message);
            return null;
        }
    }
}
