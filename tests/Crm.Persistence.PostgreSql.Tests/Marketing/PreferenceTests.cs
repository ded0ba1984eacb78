using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.PostgreSql.Tests.Marketing;

public sealed class PreferenceTests(PostgreSqlFixture fixture) : PreferenceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
