using Crm.Persistence.Specification.Orders;

namespace Crm.Persistence.Sqlite.Tests.Orders;

public sealed class SubscriptionTests(SqliteFixture fixture) : SubscriptionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
