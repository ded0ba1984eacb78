using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.Sqlite.Tests.Outbox;

public sealed class DeliveryTests(SqliteFixture fixture) : DeliverySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
