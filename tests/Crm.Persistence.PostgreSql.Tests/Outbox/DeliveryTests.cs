using Crm.Persistence.Specification.Outbox;

namespace Crm.Persistence.PostgreSql.Tests.Outbox;

public sealed class DeliveryTests(PostgreSqlFixture fixture) : DeliverySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
