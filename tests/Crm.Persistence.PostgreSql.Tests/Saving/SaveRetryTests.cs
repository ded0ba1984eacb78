using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.PostgreSql.Tests.Saving;

public sealed class SaveRetryTests(PostgreSqlFixture fixture) : SaveRetrySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
