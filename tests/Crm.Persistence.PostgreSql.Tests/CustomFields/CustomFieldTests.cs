using Crm.Persistence.Specification.CustomFields;

namespace Crm.Persistence.PostgreSql.Tests.CustomFields;

public sealed class CustomFieldTests(PostgreSqlFixture fixture) : CustomFieldSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
